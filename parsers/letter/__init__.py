"""From pages of lines to the fields of an official letter."""
