"""Our adapters into Rasa 3.6: the agent in our process, actions in process, speech, the short tracker, training."""
