"""How the line recogniser is taught: faces, texts, drawing, wear, net, learning, measuring. Learning needs torch; the rest does not."""
