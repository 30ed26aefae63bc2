"""The pictures: image folder -> trainer -> model folder -> generator -> panel. Qt in the panel alone.

sources -> images -> dataset (-> pack)           a folder or ZIP becomes one array, with a report
training, trainer -> game, averaging, health     a run as a generator of events; MXNet, in a child process
features -> metric                               how like the real faces the generated ones are
onnx_export -> publishing                        weights become a model folder
model_store -> generator                         what renders: NumPy and ONNX Runtime alone
mxnet_params -> importing                        generators that others trained
export -> png, gif                               faces as files that say where they came from
face -> panel_rendering -> panel_faces           seeds become pictures on a thread; favourites keep them
panel_scan, panel_training                       child processes that the editor runs, watched
"""
