package jp.kakehashi.agreement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the agreement files of one folder and gathers the mistakes of them all. */
final class AgreementFolder {

    private static final String EXTENSION = ".yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path folder;
    private final List<String> mistakes = new ArrayList<>();

    AgreementFolder(Path folder) {
        this.folder = folder;
    }

    List<Agreement> read() {
        List<Agreement> agreements =
                files().stream().map(this::read).flatMap(Optional::stream).toList();
        refuseLiveAddressesInTraining(agreements);
        if (!mistakes.isEmpty()) {
            throw new AgreementException(mistakes);
        }
        return agreements;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                mistakes.add(folder + ": 協定ファイル（*.yaml）がありません / holds no agreement (*.yaml)");
            }
            return found;
        } catch (IOException e) {
            mistakes.add(folder + ": 読み取れません / cannot be read: " + e.getClass().getSimpleName());
            return List.of();
        }
    }

    private Optional<Agreement> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            JsonNode tree = YAML.readTree(bytes);
            Binding binding = new Binding();
            Optional<Agreement> agreement =
                    binding.bind(tree, Agreement.class, Map.of("id", idOf(file), "digest", Sha256.hex(bytes)));
            binding.faults().forEach(fault -> mistakes.add(file + ": " + fault));
            return agreement;
        } catch (JsonProcessingException e) {
            mistakes.add("%s: %d行目: YAMLとして読めません / line %<d is no YAML: %s"
                    .formatted(
                            file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            mistakes.add(file + ": 読み取れません / cannot be read: " + e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private void refuseLiveAddressesInTraining(List<Agreement> agreements) {
        List<String> live = agreements.stream()
                .filter(agreement -> agreement.mode() == Mode.LIVE)
                .flatMap(agreement -> agreement.parties().recipients().stream())
                .toList();
        for (Agreement agreement : agreements) {
            if (agreement.mode() == Mode.TRAINING
                    && agreement.parties().recipients().stream().anyMatch(live::contains)) {
                mistakes.add(
                        "%s: parties.recipients: 本番の協定の宛先は研修では使えません / training never writes to an address of a live agreement"
                                .formatted(folder.resolve(agreement.id() + EXTENSION)));
            }
        }
    }

    private static String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - EXTENSION.length());
    }
}
