"""What is written: JSON, CSV, SQLite and Parquet, files that appear whole, and the published schema."""
