package jp.kakehashi.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files that nobody but their owner may read: rights 0600 on POSIX; on Windows an access list that names the owner
 * only (the system account and the administrators, who can take any file, are not counted).
 */
final class OwnerOnly {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<String> WINDOWS_SYSTEM = Set.of("NT AUTHORITY\\SYSTEM", "BUILTIN\\Administrators");

    private OwnerOnly() {}

    /** Writes a new file, which has its narrow rights before it has content; refuses one that exists. */
    static void create(Path file, byte[] content) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, rights)) {
            if (!posix) {
                narrowAcl(file);
            }
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }

    /** Whether anybody but the owner may do anything with the file. */
    static boolean isLax(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            return posix.readAttributes().permissions().stream()
                    .anyMatch(right -> !right.name().startsWith("OWNER_"));
        }
        var acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        return acl == null || acl.getAcl().stream().anyMatch(entry -> isStranger(entry, acl));
    }

    private static boolean isStranger(AclEntry entry, AclFileAttributeView acl) {
        try {
            return entry.type() == AclEntryType.ALLOW
                    && !entry.principal().equals(acl.getOwner())
                    && !WINDOWS_SYSTEM.contains(entry.principal().getName());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void narrowAcl(Path file) throws IOException {
        var acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        acl.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(acl.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }
}
