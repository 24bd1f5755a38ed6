package jp.kakehashi.command;

import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** An MBean of this process, and everything that can be asked of it. */
record RunningMBean(ObjectName name, MBeanInfo about) {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    /** Every MBean that runs now. */
    static List<RunningMBean> all() {
        return SERVER.queryNames(null, null).stream()
                .sorted()
                .flatMap(name -> found(name).stream())
                .toList();
    }

    /** One that ended meanwhile, as consumers of routes do, is none. */
    private static Optional<RunningMBean> found(ObjectName name) {
        try {
            return Optional.of(new RunningMBean(name, SERVER.getMBeanInfo(name)));
        } catch (InstanceNotFoundException ended) {
            return Optional.empty();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To read and to write each attribute, and to execute each operation. */
    List<Question> everyQuestion() {
        List<Question> questions = new ArrayList<>();
        Arrays.stream(about.getAttributes()).forEach(attribute -> {
            questions.add(question("read", "attribute", attribute.getName()));
            questions.add(question("write", "attribute", attribute.getName()));
        });
        Arrays.stream(about.getOperations())
                .forEach(operation -> questions.add(question("exec", "operation", signature(operation))));
        return questions;
    }

    private static String signature(MBeanOperationInfo operation) {
        return operation.getName()
                + Arrays.stream(operation.getSignature())
                        .map(parameter -> parameter.getType())
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private Question question(String command, String member, String of) {
        String kind = Optional.ofNullable(name.getKeyProperty("type")).orElse(name.getDomain());
        return new Question(kind, name.getCanonicalName(), command, member, of);
    }

    /** One question. */
    record Question(String kind, String mbean, String command, String member, String of) {

        /** For example {@code routes exec dumpRouteAsXml}. */
        String named() {
            return kind + " " + command + " " + of.replaceAll("\\(.*", "");
        }

        /** As it is asked by POST; what would be written is an empty text. */
        Map<String, Object> asked() {
            Map<String, Object> question = new LinkedHashMap<>();
            question.put("type", command);
            question.put("mbean", mbean);
            question.put(member, of);
            if (command.equals("write")) {
                question.put("value", "");
            }
            if (command.equals("exec")) {
                question.put("arguments", arguments());
            }
            return question;
        }

        /** False for each yes or no, nothing for all else: what is allowed must be able to answer. */
        private List<Object> arguments() {
            String types = of.replaceAll(".*\\(|\\)", "");
            List<Object> arguments = new ArrayList<>();
            if (!types.isEmpty()) {
                for (String type : types.split(",")) {
                    arguments.add(type.equals("boolean") ? false : null);
                }
            }
            return arguments;
        }

        /** As it is asked by GET, in Jolokia's own escapes. */
        String path() {
            return "/" + command + "/" + escaped(mbean) + "/" + escaped(of) + (command.equals("write") ? "/1" : "");
        }

        private static String escaped(String part) {
            return URLEncoder.encode(part.replaceAll("([!/\"])", "!$1"), StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/");
        }
    }
}
