package eu.digitalnorth.trust.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one process, and in it one thread, change the keys of an installation at a time. */
final class FolderLock implements AutoCloseable {
  /** A file lock belongs to the whole process, so that its threads need one of their own. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock of(Path folder) {
    THREADS.lock();
    try {
      return new FolderLock(locked(folder.resolve(".lock")));
    } catch (IOException e) {
      THREADS.unlock();
      throw new MissingKeyException("Cannot lock " + folder, e);
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new MissingKeyException("Cannot unlock the keys", e);
    } finally {
      THREADS.unlock();
    }
  }
}
