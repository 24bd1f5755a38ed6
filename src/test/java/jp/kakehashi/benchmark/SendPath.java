package jp.kakehashi.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.kakehashi.parcel.Method;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.workbook.Workbooks;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.CryptoFunctions;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.TempFilePOIFSFileSystem;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The ways from rows to a ciphertext file that are compared. */
enum SendPath {
    /** A hand-written sheet with {@code r=}, one deflate, one AES, one HMAC, the key derivation: no format, no zip around it. */
    BOUND {
        @Override
        void write(int rows, Path folder) throws IOException, GeneralSecurityException {
            CryptoFunctions.hashPassword("k7mx3fpa9rtdw2hc", HashAlgorithm.sha512, new byte[16], 100_000);
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(new byte[64], "HmacSHA512"));
            Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new IvParameterSpec(new byte[16]));
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve("bound")), 1 << 16);
                    OutputStream out = new DeflaterOutputStream(
                            new CipherOutputStream(new Macced(file, mac), aes), deflater, 1 << 13)) {
                sheet(rows, out);
            } finally {
                deflater.end();
            }
            mac.doFinal();
        }
    },
    /** {@code workbook} and {@code parcel}. */
    OURS {
        @Override
        void write(int rows, Path folder) throws IOException {
            Path workbook = folder.resolve("workbook.xlsx");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(workbook))) {
                Workbooks.write(Sheet.LAYOUT, Sheet.rows(rows), PASSWORD, out);
            }
            parcel(workbook, folder);
        }
    },
    /** fastexcel's inline strings into the same encryption and the same zip. */
    FASTEXCEL {
        @Override
        void write(int rows, Path folder) throws IOException, GeneralSecurityException {
            encrypted(folder, plain -> {
                try (org.dhatim.fastexcel.Workbook book =
                        new org.dhatim.fastexcel.Workbook(plain, "benchmark", "1.0")) {
                    org.dhatim.fastexcel.Worksheet sheet = book.newWorksheet("表");
                    int at = 0;
                    for (Iterator<List<String>> all = Sheet.rows(rows); all.hasNext(); at++) {
                        List<String> cells = all.next();
                        for (int column = 0; column < cells.size(); column++) {
                            sheet.inlineString(at, column, cells.get(column));
                        }
                        if (at % 1_000 == 999) {
                            sheet.flush();
                        }
                    }
                }
            });
        }
    },
    /** POI's streaming workbook (whose temporary files are plaintext) into the same encryption and the same zip. */
    SXSSF {
        @Override
        void write(int rows, Path folder) throws IOException, GeneralSecurityException {
            encrypted(folder, plain -> {
                try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
                    SXSSFSheet sheet = book.createSheet("表");
                    int at = 0;
                    for (Iterator<List<String>> all = Sheet.rows(rows); all.hasNext(); at++) {
                        SXSSFRow row = sheet.createRow(at);
                        List<String> cells = all.next();
                        for (int column = 0; column < cells.size(); column++) {
                            row.createCell(column).setCellValue(cells.get(column));
                        }
                    }
                    book.write(plain);
                }
            });
        }
    };

    static final char[] PASSWORD = "k7mx-3fpa-9rtd-w2hc".toCharArray();

    /** Leaves the ciphertext of so many rows in the folder. */
    abstract void write(int rows, Path folder) throws IOException, GeneralSecurityException;

    private interface Content {
        void writeTo(OutputStream plain) throws IOException;
    }

    private static void encrypted(Path folder, Content content) throws IOException, GeneralSecurityException {
        Encryptor encryptor = new EncryptionInfo(
                        EncryptionMode.agile, CipherAlgorithm.aes256, HashAlgorithm.sha512, 256, 16, ChainingMode.cbc)
                .getEncryptor();
        encryptor.confirmPassword(new String(PASSWORD));
        Path workbook = folder.resolve("workbook.xlsx");
        try (TempFilePOIFSFileSystem compound = new TempFilePOIFSFileSystem();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(workbook))) {
            try (OutputStream plain = encryptor.getDataStream(compound)) {
                content.writeTo(plain);
            }
            compound.writeFilesystem(out);
        }
        parcel(workbook, folder);
    }

    private static void parcel(Path workbook, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("parcel.zip")))) {
            Parcels.seal("workbook.xlsx", in, Files.size(workbook), PASSWORD, Method.AES_256, out);
        }
    }

    private static void sheet(int rows, OutputStream out) throws IOException {
        StringBuilder row = new StringBuilder();
        int number = 0;
        for (Iterator<List<String>> all = Sheet.rows(rows); all.hasNext(); ) {
            number++;
            row.setLength(0);
            row.append("<row r=\"").append(number).append("\">");
            char column = 'A';
            for (String cell : all.next()) {
                row.append("<c r=\"").append(column++).append(number).append("\" s=\"1\" t=\"inlineStr\"><is><t>");
                escape(cell, row);
                row.append("</t></is></c>");
            }
            row.append("</row>");
            out.write(row.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void escape(String cell, StringBuilder row) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '<' -> row.append("&lt;");
                case '&' -> row.append("&amp;");
                default -> row.append(c);
            }
        }
    }
}
