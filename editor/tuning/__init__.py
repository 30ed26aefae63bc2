"""Fine-tuning on the person's documents.

`picking_page` asks which, `document_survey` reads them on a thread; `tuning_session` copies them, starts the child and
publishes or not, `tuning_run` is what of it is on the disk, `tuning_progress` what the child has told; `running_page`
and `result_page` show it in `finetune_dialog`.
"""
