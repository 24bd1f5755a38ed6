"""Writes a small chain by the format kakehashi-chain-v1, with nothing of Kakehashi: the known answer of ChainFileTest."""
import base64
import hashlib
import json

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = "kakehashi-chain-v1"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def field(text):
    data = text.encode()
    return b"%d:%s," % (len(data), data)


def fields(entry):
    texts = [FORMAT] + [str(entry[name]) for name in ("sequence", "at", "account", "post", "role", "verb", "subject")]
    for pairs in (entry["facts"], entry["commitments"]):
        texts.append(str(len(pairs)))
        for name in sorted(pairs):
            texts += [name, pairs[name]]
    return b"".join(map(field, texts))


def entry(sequence, account, post, role, verb, subject, facts, personal):
    commitments = {name: hashlib.sha256(bytes([sequence] * 16) + value.encode()).hexdigest() for name, value in personal}
    return dict(sequence=sequence, at=f"2026-06-01T00:0{sequence}:00.000000Z", account=account, post=post, role=role,
                verb=verb, subject=subject, facts=facts, commitments=commitments)


entries = [
    entry(1, "machine", "ward-10-poll", "machine", "case-opened", "c-1", {}, []),
    entry(2, "t-hanako", "主事", "HANDLER", "case-confirmed", "c-1", {"rows": "1", "note": "確認：済、\"引用\""},
          [("card", "ZZ00000001ZZ"), ("actor", "架空 花子")]),
    entry(3, "machine", "sign-in", "machine", "sign-in-refused", "t-taro", {"reason": "WRONG"}, []),
    entry(4, "t-taro", "係長", "WITNESS", "signed-in", "t-taro", {}, [("actor", "架空 太郎")]),
]
previous = bytes(32)
for one in entries:
    previous = hashlib.sha256(previous + fields(one)).digest()
    one["hash"] = previous.hex()


def checkpoint(number, at, after, previous, sequence, hash):
    texts = ["kakehashi-checkpoint-v1", str(number), at, str(after), previous, str(sequence), hash]
    signature = KEY.sign(b"".join(map(field, texts)))
    return dict(number=number, at=at, after=after, previous=previous, sequence=sequence, hash=hash,
                signature=base64.b64encode(signature).decode())


START = bytes(32).hex()
first = checkpoint(1, "2026-06-01T00:30:00.000000Z", 0, START, 2, entries[1]["hash"])
second = checkpoint(2, "2026-06-01T00:45:00.000000Z", 2, entries[1]["hash"], 3, entries[2]["hash"])
whole = checkpoint(0, "2026-06-01T01:00:00.000000Z", 0, START, 4, entries[3]["hash"])
lines = [dict(format=FORMAT, segment=whole), *entries[:2], dict(checkpoint=first), entries[2], dict(checkpoint=second),
         entries[3]]
with open("chain-v1.jsonl", "w") as out:
    for line in lines:
        print(json.dumps(line, ensure_ascii=False), file=out)
with open("chain-v1.pem", "wb") as out:
    out.write(KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
