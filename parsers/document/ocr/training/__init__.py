"""How the line recogniser is taught: faces, texts, drawing, wear, net, learning, measuring. Needs torch."""
