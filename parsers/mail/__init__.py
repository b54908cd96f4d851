"""Mail as it really arrives: MIME structure, charsets, HTML, all bounded."""
