"""Writes a small chain by the format kakehashi-chain-v1, with nothing of Kakehashi: the known answer of ChainFileTest."""
import hashlib
import json

FORMAT = "kakehashi-chain-v1"


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
header = dict(format=FORMAT, exportedAt="2026-06-01T01:00:00.000000Z", entries=len(entries), head=previous.hex())
for line in [header] + entries:
    print(json.dumps(line, ensure_ascii=False))
