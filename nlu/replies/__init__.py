"""What a reply means, given the question that it answers. Knows nothing of Rasa."""
