"""Claims as JSON Lines, in the codebook's exchange format, which the model defines."""

from wektor.model.exchange import by_document, claim_record, decode_claim, encode_claim, read_claims

__all__ = ["by_document", "claim_record", "decode_claim", "encode_claim", "read_claims"]
