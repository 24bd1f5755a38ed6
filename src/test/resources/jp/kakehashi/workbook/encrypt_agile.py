"""Encrypts a workbook as [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15 says, sharing no code with POI.

    /usr/bin/python3 encrypt_agile.py plain.xlsx inquiry-sha512.xlsx sha512 256 100000   # as Excel 2013 and later
    /usr/bin/python3 encrypt_agile.py plain.xlsx inquiry-sha1.xlsx sha1 128 100000       # as Excel 2010
    /usr/bin/python3 encrypt_agile.py plain.xlsx inquiry-one-round.xlsx sha512 256 1     # opens fast, for the bit flips
"""
import base64, hashlib, hmac, os, struct, sys
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PASSWORD, SPIN, NAME = "k7mx-3fpa-9rtd-w2hc", int(sys.argv[5]), sys.argv[3]
KEY, SIZE = int(sys.argv[4]) // 8, hashlib.new(NAME).digest_size


def digest(*parts):
    return hashlib.new(NAME, b"".join(parts)).digest()


def fit(data, length):
    return data[:length] + b"\x36" * (length - len(data))


def aes(key, iv, data):
    data += b"\0" * (-len(data) % 16)
    encryptor = Cipher(algorithms.AES(key), modes.CBC(fit(iv, 16))).encryptor()
    return encryptor.update(data) + encryptor.finalize()


plain = open(sys.argv[1], "rb").read()
salt, data_salt, secret, verifier, mac_key = (os.urandom(n) for n in (16, 16, KEY, 16, SIZE))
spun = digest(salt, PASSWORD.encode("utf-16-le"))
for i in range(SPIN):
    spun = digest(struct.pack("<I", i), spun)


def by_password(block, data):
    return aes(fit(digest(spun, bytes.fromhex(block)), KEY), salt, data)


def by_secret(block, data):
    return aes(secret, digest(data_salt, block), data)


package = struct.pack("<Q", len(plain))
for i in range(0, len(plain), 4096):
    package += by_secret(struct.pack("<I", i // 4096), plain[i : i + 4096])
mac = hmac.new(mac_key, package, NAME).digest()
b64 = lambda data: base64.b64encode(data).decode()
common = (
    f'saltSize="16" blockSize="16" keyBits="{KEY * 8}" hashSize="{SIZE}" cipherAlgorithm="AES" '
    f'cipherChaining="ChainingModeCBC" hashAlgorithm="{NAME.upper()}"'
)
info = struct.pack("<HHI", 4, 4, 0x40) + (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" '
    'xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">'
    f'<keyData {common} saltValue="{b64(data_salt)}"/>'
    f'<dataIntegrity encryptedHmacKey="{b64(by_secret(bytes.fromhex("5fb2ad010cb9e1f6"), mac_key))}" '
    f'encryptedHmacValue="{b64(by_secret(bytes.fromhex("a0677f02b22c8433"), mac))}"/>'
    '<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">'
    f'<p:encryptedKey spinCount="{SPIN}" {common} saltValue="{b64(salt)}" '
    f'encryptedVerifierHashInput="{b64(by_password("fea7d2763b4b9e79", verifier))}" '
    f'encryptedVerifierHashValue="{b64(by_password("d7aa0f6d3061344e", digest(verifier)))}" '
    f'encryptedKeyValue="{b64(by_password("146e0be7abacd0d6", secret))}"/>'
    "</keyEncryptor></keyEncryptors></encryption>"
).encode().ljust(4096)  # at the least what a compound file keeps outside its mini stream

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
package = package.ljust(4096, b"\0") if len(package) < 4096 else package
assert len(package) > 4096


def sectors(data):
    return -(-len(data) // 512)


def chain(first, count):
    return [first + i + 1 for i in range(count - 1)] + [END]


info_at, package_at = 2, 2 + sectors(info)
table = [FAT, END] + chain(info_at, sectors(info)) + chain(package_at, sectors(package))
assert len(table) <= 128
table += [FREE] * (128 - len(table))


def entry(name, kind, left, right, child, start, size):
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, left, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


directory = (
    entry("Root Entry", 5, FREE, FREE, 1, END, 0)
    + entry("EncryptionInfo", 2, FREE, 2, FREE, info_at, len(info))
    + entry("EncryptedPackage", 2, FREE, FREE, FREE, package_at, len(package))
    + bytes(64) + struct.pack("<HBBIII", 0, 0, 1, FREE, FREE, FREE) + bytes(48)
)
header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack(
    "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0, 0
) + struct.pack("<I", FREE) * 108
with open(sys.argv[2], "wb") as out:
    out.write(header + struct.pack("<128I", *table) + directory)
    for stream in (info, package):
        out.write(stream.ljust(sectors(stream) * 512, b"\0"))
