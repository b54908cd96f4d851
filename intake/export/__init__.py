"""What leaves the service for auditors."""
