"""Triggers, frames, roles, status and discourse: mentions become drafts."""
