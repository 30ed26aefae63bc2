# What this machine has: sourced by .ci/run, .ci/environment and the Makefile, which make of it a sentence or a command.

# Newest first; MXNet, which trains, was seen to run up to 3.13.
pythons="3.13 3.12 3.11 3.14"

version_of() {
  "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

can_make_environments() {
  "$1" -c 'import ensurepip, venv' 2>/dev/null
}

# Sets python to the one to use: $PYTHON where it is set, else the first of $pythons that can make an environment, else
# the first that is there. A name may lead nowhere (pyenv's do), so each is tried.
find_python() {
  python='' without_venv=''
  for wanted in $pythons; do
    for name in ${PYTHON:-"python$wanted" python3 python}; do
      if [ "$(version_of "$name")" = "$wanted" ]; then
        if can_make_environments "$name"; then
          python=$name
          return 0
        fi
        : "${without_venv:=$name}"
      fi
    done
  done
  python=$without_venv
  [ -n "$python" ]
}

# Prints the Debian packages that Python lacks, after find_python.
missing_python_packages() {
  if [ -z "$python" ]; then
    echo python3 python3-venv
  elif ! can_make_environments "$python"; then
    echo "python$(version_of "$python")-venv"
  fi
}

# Prints the Debian packages with what Qt, OpenCV and MXNet load and their wheels do not bring.
missing_libraries() {
  [ "$(uname -s)" = Linux ] && known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
  for pair in libEGL.so.1:libegl1 libGL.so.1:libgl1 libfontconfig.so.1:libfontconfig1 libxkbcommon.so.0:libxkbcommon0 \
    libdbus-1.so.3:libdbus-1-3 libgssapi_krb5.so.2:libgssapi-krb5-2 libgthread-2.0.so.0:libglib2.0-0 \
    libgomp.so.1:libgomp1 libquadmath.so.0:libquadmath0; do
    case "$(uname -m):$pair" in
      aarch64:libquadmath*) continue ;; # its compiler has no such library
    esac
    case "$known" in
      *"${pair%%:*}"*) ;;
      *) echo "${pair##*:}" ;;
    esac
  done
}

# Says what is missing, and the command that brings it; returns 1 where something is.
say_what_is_missing() {
  find_python || true
  packages=$(missing_python_packages)
  if [ -z "$python" ] && [ -n "${PYTHON:-}" ]; then
    echo "error: $PYTHON does not run, or is no Python from 3.11 to 3.14: name another with PYTHON=..., or let one be found without it" >&2
    return 1
  fi
  packages=$(echo $packages $(missing_libraries))
  [ -z "$packages" ] && return 0
  reason="$packages missing"
  [ -n "$python" ] || reason="no Python from 3.11 to 3.14 was found"
  if command -v apt-get >/dev/null; then
    echo "error: $reason: run apt-get install $packages" >&2
  else
    echo "error: $reason: install what Debian calls $packages" >&2
  fi
  return 1
}
