"""What makes a PDF of finished pages: objects, structure tags, pictures, metadata."""
