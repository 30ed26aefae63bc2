"""From a text to a model folder, in MXNet.

training_data -> batches        the text as symbols, many streams side by side
network, initialization         what is trained, and the weights that it begins with
adam, sampled_softmax           how its weights are updated, and how a large vocabulary stays affordable
trainer -> messages             a generator of events; progress and held_out_loss say where the run stands
onnx_export -> publishing       its step for ONNX Runtime, and the folder with its card
"""
