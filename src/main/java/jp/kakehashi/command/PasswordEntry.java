package jp.kakehashi.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Asks for a new password: twice and without echo at a terminal, else the one line on standard input. */
final class PasswordEntry {

    private PasswordEntry() {}

    /**
     * The password that was entered.
     *
     * @param prompts where a person is told what to do
     * @throws IllegalArgumentException if none was entered, or not the same twice
     */
    @SuppressWarnings("SystemConsoleNull")
    static String ask(PrintStream prompts) {
        // From Java 22 on there is a console without a terminal too, unless this one is asked for.
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        return console == null ? fromStandardInput() : twice(console, prompts);
    }

    private static String twice(Console console, PrintStream prompts) {
        prompts.println("パスワードを入力してください（12文字以上、表示されません）/ password, 12 characters or more, not shown");
        String first = entered(console.readPassword("> "));
        prompts.println("もう一度入力してください / once more");
        if (!first.equals(entered(console.readPassword("> ")))) {
            throw new IllegalArgumentException("2回の入力が一致しません / not the same twice");
        }
        return first;
    }

    private static String entered(char[] typed) {
        if (typed == null) {
            throw new IllegalArgumentException("パスワードがありません / no password");
        }
        return String.valueOf(typed);
    }

    private static String fromStandardInput() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            return entered(line == null ? null : line.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
