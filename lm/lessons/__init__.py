"""What "How it works" shows of the models; each module computes one page of it.

gaussian_classes  the smallest generative model: bell curves and Bayes' rule
surprise          how many bits each character cost
unit_probe        which units of a network follow something readable
"""
