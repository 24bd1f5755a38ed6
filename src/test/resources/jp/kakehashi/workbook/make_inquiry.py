"""Makes a question as a receiving office might save it: plain, and encrypted by LibreOffice (7.4: standard encryption, no HMAC).

    soffice --headless --norestore --accept='socket,host=localhost,port=2002;urp;' &
    /usr/bin/python3 make_inquiry.py plain.xlsx inquiry-standard.xlsx      # Debian: python3-openpyxl, python3-uno
"""
import os, sys, tempfile
import openpyxl, uno
from com.sun.star.beans import NamedValue, PropertyValue


ENCRYPTION = (NamedValue("OOXPassword", "k7mx-3fpa-9rtd-w2hc"), NamedValue("CryptoType", "Standard"))


def value(name, it):
    prop = PropertyValue()
    prop.Name, prop.Value = name, it
    return prop


book = openpyxl.Workbook()
sheet = book.active
sheet.title = "照会"
for row in [
    ["疑義照会書（架空の見本）"],
    ["照会番号 Q8-001", None, None, "確認コード 4321"],
    ["送付番号", "氏名（英字）", "件数", "照会内容"],
    ["R8-001 / 1", "KAKUU HANAKO", 12, "生年月日を確認したい。\n二行目。"],
    ["R8-001 / 2", "辻󠄀 𠮷野", 0.5, " 前後に空白 "],
    [None, None, None, None],
    ["R8-001 / 4", None, 20000000000, "同じ"],
    ["R8-001 / 5", None, -3, "同じ"],
]:
    sheet.append(row)
plain = os.path.join(tempfile.mkdtemp(), "plain.xlsx")
book.save(plain)

local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
office = resolver.resolve("uno:socket,host=localhost,port=2002;urp;StarOffice.ComponentContext")
desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
document = desktop.loadComponentFromURL("file://" + plain, "_blank", 0, (value("Hidden", True),))
filter = value("FilterName", "Calc Office Open XML")
encryption = value("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", ENCRYPTION))
document.storeToURL("file://" + os.path.abspath(sys.argv[1]), (filter,))
document.storeToURL("file://" + os.path.abspath(sys.argv[2]), (filter, encryption))
document.close(True)
desktop.terminate()
