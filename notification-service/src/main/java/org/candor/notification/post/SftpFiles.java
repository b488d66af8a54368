package org.candor.notification.post;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.notification.Hashes;

/**
 * A folder on an SFTP server. Each file is there when the server has acknowledged its last byte; whether it would outlive a
 * loss of power over there is the server's affair, so that it is read again before the batch leaves.
 */
final class SftpFiles implements PostalFiles {

    private static final int BUFFER = 32 * 1024;

    private final SftpConnection connection;
    private final String root;

    SftpFiles(SftpConnection connection, String root) {
        this.connection = connection;
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    @Override
    public void put(String folder, String file, byte[] bytes) throws IOException {
        connection.run(sftp -> {
            String path = path(folder) + "/" + file;
            try {
                sftp.put(new ByteArrayInputStream(bytes), path, ChannelSftp.OVERWRITE);
            } catch (SftpException absent) {
                require(absent);
                makeFolders(sftp, folder);
                sftp.put(new ByteArrayInputStream(bytes), path, ChannelSftp.OVERWRITE);
            }
            return true;
        });
    }

    @Override
    public Map<String, String> settle(String folder, List<String> files) throws IOException {
        return connection.run(sftp -> {
            Map<String, String> found = new HashMap<>();
            for (String file : files) {
                sha256(sftp, path(folder) + "/" + file).ifPresent(hash -> found.put(file, hash));
            }
            return found;
        });
    }

    @Override
    public List<String> list(String folder) throws IOException {
        return connection.run(sftp -> {
            try {
                return sftp.ls(path(folder)).stream()
                        .map(ChannelSftp.LsEntry::getFilename)
                        .filter(name -> !name.equals(".") && !name.equals(".."))
                        .toList();
            } catch (SftpException absent) {
                require(absent);
                return List.of();
            }
        });
    }

    @Override
    public boolean exists(String folder) throws IOException {
        return connection.run(sftp -> exists(sftp, path(folder)));
    }

    @Override
    public void move(String from, String to) throws IOException {
        connection.run(sftp -> {
            sftp.rename(path(from), path(to));
            return true;
        });
    }

    @Override
    public void delete(String folder, String file) throws IOException {
        connection.run(sftp -> {
            sftp.rm(path(folder) + "/" + file);
            return true;
        });
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        for (String file : list(folder)) {
            delete(folder, file);
        }
        connection.run(sftp -> {
            if (exists(sftp, path(folder))) {
                sftp.rmdir(path(folder));
            }
            return true;
        });
    }

    void close() {
        connection.close();
    }

    private static Optional<String> sha256(ChannelSftp sftp, String path) throws SftpException, IOException {
        var digest = Hashes.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = sftp.get(path)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (SftpException absent) {
            require(absent);
            return Optional.empty();
        }
        return Optional.of(Hashes.hex(digest.digest()));
    }

    /** The folder of the installation has to be there; what is below it is made. */
    private void makeFolders(ChannelSftp sftp, String folder) throws SftpException {
        StringBuilder path = new StringBuilder(root);
        for (String part : folder.split("/")) {
            path.append('/').append(part);
            if (!exists(sftp, path.toString())) {
                sftp.mkdir(path.toString());
            }
        }
    }

    private static boolean exists(ChannelSftp sftp, String path) throws SftpException {
        try {
            return sftp.stat(path).isDir();
        } catch (SftpException absent) {
            require(absent);
            return false;
        }
    }

    /** Only the server's own word that something is not there counts as such. */
    private static void require(SftpException absent) throws SftpException {
        if (absent.id != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
            throw absent;
        }
    }

    private String path(String folder) {
        return root + "/" + folder;
    }
}
