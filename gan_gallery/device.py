"""Where training runs, refused with an error of this package."""

from gan_gallery.errors import DeviceError
from resources import device
from resources.device import Device, NoGpuError


def choose_device(wanted: str) -> Device:
    """Return the device for training; `wanted` is `auto`, `cpu` or `gpu`.

    Raises:
        DeviceError: if `gpu` was asked for and MXNet cannot use one.
    """
    try:
        return device.choose_device(wanted)
    except NoGpuError as exc:
        raise DeviceError(str(exc)) from exc
