package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, the images and the settings in it, held against each other; no container is started. */
class ComposeTest {

    /** Its supervisor needs root and a writable file system. */
    private static final String MAIL_SERVER = "mail";

    @TempDir
    private static Path folder;

    private static Map<String, Object> compose;

    @BeforeAll
    static void readAndPrepare() throws Exception {
        try (Reader file = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            compose = map(new Yaml().load(file));
        }
        prepare();
    }

    @Test
    void invariant3_noServiceRunsAsRootOrWritesItsImageOrGainsRights() {
        ours().forEach((name, service) -> {
            assertThat(text(service, "user")).as(name).matches("[1-9][0-9]*:[1-9][0-9]*");
            assertThat(service).as(name).containsEntry("read_only", true);
            assertThat(service).as(name).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service).as(name).containsEntry("security_opt", List.of("no-new-privileges:true"));
        });
        services().values().forEach(service -> assertThat(service).doesNotContainKeys("privileged", "network_mode"));
    }

    @Test
    void everyServiceSaysWhetherItIsWell() {
        services()
                .forEach((name, service) -> assertThat(map(service.get("healthcheck")))
                        .as(name)
                        .containsKeys("test", "interval", "retries"));
    }

    @Test
    void everySecretIsAFileThatPrepareMakesAndNoneStandsInTheFile() {
        Map<String, Object> secrets = map(compose.get("secrets"));

        secrets.forEach((name, secret) -> {
            Path named = Path.of(text(map(secret), "file"));
            assertThat(named).as(name).startsWithRaw(Path.of("var/compose"));
            assertThat(folder.resolve(named.getFileName())).as(name).isNotEmptyFile();
        });
        assertThat(services().values().stream().flatMap(service -> list(service, "secrets").stream()))
                .containsOnly(secrets.keySet().toArray(String[]::new));
        assertThat(services().values().stream()
                        .flatMap(service -> map(service.getOrDefault("environment", Map.of())).keySet().stream())
                        .filter(key -> key.contains("PASSWORD")))
                .allMatch(key -> key.endsWith("_FILE"));
    }

    @Test
    void whatPrepareMadeIsForItsOwnerAloneAndIsNeverMadeAnew() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        String before = everything();

        prepare();

        assertThat(everything()).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("mail/postfix-accounts.cf")))
                .contains("tainou@shinjuku.lg.example|{SHA512-CRYPT}$6$", "nyukan@isa.go.example|{SHA512-CRYPT}$6$")
                .doesNotContain(Files.readString(folder.resolve("ward-mail")));
    }

    @Test
    void invariant10_onlyTheDesksAreReachedFromBeyondAndOnlyFromThisMachine() {
        Map<String, Object> networks = map(compose.get("networks"));
        assertThat(map(networks.get("inside"))).containsEntry("internal", true);
        assertThat(map(map(networks.get("doors")).get("driver_opts")))
                .containsEntry("com.docker.network.bridge.enable_ip_masquerade", "false");
        services().forEach((name, service) -> {
            boolean desk = name.equals("ward") || name.equals("bureau");
            List<String> ports = list(service, "ports");
            assertThat(ports)
                    .as(name)
                    .allMatch(port -> port.startsWith("127.0.0.1:"))
                    .hasSize(desk ? 1 : 0);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ward", "bureau"})
    void invariant9_theSettingsOfARoleAreRightButForSecretsThatOnlyTheContainerHas(String name) {
        List<String> command = list(services().get(name), "command");
        String config = command.stream()
                .filter(word -> word.startsWith("--config="))
                .findFirst()
                .orElseThrow();
        OfficeRole role = OfficeRole.of(name, Options.of(List.of(config), Set.of(OfficeRole.CONFIG)));

        try (var configuration = role.configuration()) {
            List<String> faults = new StartCheck(configuration.getEnvironment(), role).settings();
            assertThat(command).contains("serve", "--role=" + name);
            assertThat(faults.stream()
                            .map(fault -> fault.replaceFirst(".*cannot be read: ", ""))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(broughtIn(name));
        }
    }

    /** The paths of a container that come from this machine. */
    private static Set<String> broughtIn(String service) {
        Stream<String> secrets =
                list(services().get(service), "secrets").stream().map(secret -> "/run/secrets/" + secret);
        Stream<String> mounts = list(services().get(service), "volumes").stream()
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.split(":", -1)[1]);
        return Stream.concat(secrets, mounts).collect(Collectors.toSet());
    }

    @Test
    void theImageHasEverythingThatServesAndTheAccountOfTheServices() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));

        assertThat(lines.stream()
                        .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                        .flatMap(line -> Stream.of(line.split(" ", -1)).skip(1))
                        .filter(place -> !place.equals("./") && !place.equals(".")))
                .contains("hub", "config", "routes")
                .allMatch(place -> Files.exists(Path.of(place)));
        assertThat(lines).contains("USER " + text(services().get("ward"), "user"));
    }

    private static void prepare() throws IOException, InterruptedException {
        Process prepare = new ProcessBuilder("config/compose/prepare", folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(prepare.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(prepare.waitFor()).as(said).isZero();
    }

    private static String everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(file).append('\n').append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    private static Map<String, Map<String, Object>> services() {
        return map(compose.get("services")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, service -> map(service.getValue())));
    }

    private static Map<String, Map<String, Object>> ours() {
        Map<String, Map<String, Object>> ours = services();
        ours.remove(MAIL_SERVER);
        return ours;
    }

    private static String text(Map<String, Object> of, String key) {
        return String.valueOf(of.get(key));
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> of, String key) {
        return (List<String>) of.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
