package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hub}, run in a folder of its own with a java and an mvn that only say how they were called. */
class LauncherTest {

    private static final List<String> TOOLS = List.of("bash", "dirname", "find", "mkdir", "readlink", "sed", "touch");

    @TempDir
    private Path folder;

    private Path home;
    private Path caller;
    private Path bin;

    @BeforeEach
    void aHouseInAFolderWithASpace() throws IOException {
        home = Files.createDirectories(folder.resolve("a house"));
        caller = Files.createDirectories(folder.resolve("呼び出し元 folder"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(Path.of("hub"), home.resolve("hub"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("src/main/Seal.java"), "class Seal {}");
        for (String tool : TOOLS) {
            program(tool, "exec " + whereIs(tool) + " \"$@\"");
        }
        java("17.0.15");
        program("mvn", "echo \"mvn $*\"; mkdir -p target; : > target/kakehashi.jar");
    }

    @Test
    void worksInItsOwnFolderAndRemembersTheCallers() throws Exception {
        Said said = hub("demo", "--out=kept here");

        assertThat(said.text())
                .contains("works in " + home.toRealPath())
                .contains("[-Dhub.caller-folder=" + caller + "]")
                .endsWith("[-jar][target/kakehashi.jar][demo][--out=kept here]\n");
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        program("java", "[ \"$1\" = -version ] && echo 'openjdk version \"21.0.1\"' || exit 7");

        assertThat(hub("check").exit()).isEqualTo(7);
    }

    @Test
    void buildsOnlyWhatIsNewer() throws Exception {
        assertThat(hub("check").text()).as("no jar").contains("mvn -q -B");
        assertThat(hub("check").text()).as("nothing new").doesNotContain("mvn");

        Files.setLastModifiedTime(
                home.resolve("src/main/Seal.java"), FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
        assertThat(hub("check").text()).as("a newer source").contains("mvn -q -B");
    }

    @Test
    void aFailedBuildStartsNothing() throws Exception {
        program("mvn", "exit 1");

        Said said = hub("demo");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("the build failed").doesNotContain("works in");
    }

    @Test
    void serveAloneEarnsTheSecondCompiler() throws Exception {
        assertThat(hub("demo").text()).contains("TieredStopAtLevel=1");
        assertThat(hub("serve", "--role=ward").text()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        java("11.0.2");
        assertThat(hub("demo").text()).contains("is Java 11: Java 17 or newer is needed");

        java("17.0.15");
        Files.delete(bin.resolve("mvn"));
        assertThat(hub("demo").text()).contains("no mvn was found: install Maven 3.8.7 or newer");

        Files.delete(bin.resolve("java"));
        assertThat(hub("demo").text()).contains("no java found: install a JDK 17 or newer");
    }

    private Said hub(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("hub").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(caller.toFile()).redirectErrorStream(true);
        process.environment().keySet().retainAll(List.of("LANG", "LC_ALL"));
        process.environment().put("PATH", bin.toString());
        Process running = process.start();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(running.waitFor(), text);
    }

    private void java(String version) throws IOException {
        program(
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\"' >&2; exit; fi\n"
                        + "echo \"works in $PWD\"; printf '[%s]' \"$@\"; echo");
    }

    private void program(String name, String script) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!" + whereIs("bash") + "\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path whereIs(String tool) {
        return List.of("/usr/bin/", "/bin/", "/usr/local/bin/").stream()
                .map(place -> Path.of(place + tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the test needs the program " + tool));
    }

    private record Said(int exit, String text) {}
}
