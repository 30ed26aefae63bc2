"""What a model learns from: corpora, documents, own words; secrets are left out here."""
