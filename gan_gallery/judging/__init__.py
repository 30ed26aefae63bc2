"""How much generated faces resemble real ones: features, FID, KID, variety, the judge."""
