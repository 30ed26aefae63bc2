"""What a person wrote, kept on disk apart from any model.

personal_store    adds, lists, exports and forgets; at most 2 MB
room              chooses what goes when the store is full
teaching_steps    cuts what is kept into steps of a few milliseconds, in which a model is taught
"""
