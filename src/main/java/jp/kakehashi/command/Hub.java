package jp.kakehashi.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one program; its first argument says what it is asked to do. */
@SpringBootApplication(scanBasePackages = "jp.kakehashi")
public class Hub {

    /**
     * Starts the hub.
     *
     * @param arguments the verb and its options, as typed
     */
    public static void main(String[] arguments) {
        SpringApplication.run(Hub.class, arguments);
    }
}
