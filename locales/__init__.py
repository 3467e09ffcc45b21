"""The words: catalogues, their extraction, and how dates, money and numbers are written in each language."""
