"""What is found, put together by document, shown, mended and left."""
