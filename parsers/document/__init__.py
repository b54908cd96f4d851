"""Documents to pages of lines whose characters keep their boxes."""
