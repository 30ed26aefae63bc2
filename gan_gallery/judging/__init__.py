"""How like the real pictures the generated ones are: features, FID, KID, variety, the judge."""
