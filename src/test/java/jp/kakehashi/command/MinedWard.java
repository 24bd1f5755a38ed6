package jp.kakehashi.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import jp.kakehashi.command.DemoAccounts.Login;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The ward's program with a mine laid in it; the people of a sitting sign in it, and it runs until it is killed. */
final class MinedWard {

    private MinedWard() {}

    /**
     * Arguments: the mine; sitting and control number of what is to be signed, or two dashes; the accounts of officer and
     * witness; then the settings. The witness's password comes by standard input.
     */
    public static void main(String[] arguments) throws IOException {
        Mine mine = Mine.valueOf(arguments[0]);
        String password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        var ward = new SpringApplicationBuilder(Hub.class)
                .profiles("ward")
                .initializers(
                        context -> context.getBeanFactory().addBeanPostProcessor(mine.laidIn(context.getBeanFactory())))
                .run(Arrays.copyOfRange(arguments, 5, arguments.length));
        if (!arguments[1].equals("-")) {
            Login nobody = new Login("", "");
            Login officer = new Login(arguments[3], "");
            Login witness = new Login(arguments[4], password);
            new WardOffice(ward::getBean, new DemoAccounts(officer, witness, nobody, nobody))
                    .sign(UUID.fromString(arguments[1]), arguments[2]);
        }
    }
}
