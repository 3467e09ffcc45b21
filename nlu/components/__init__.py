"""The pipeline's parts as Rasa knows them: thin, each over one plain module of `nlu`."""
