package dev.jtorch.io.zip;

/**
 * One file inside an archive, as its central directory describes it.
 *
 * @param name path inside the archive, already checked to stay inside it
 * @param dataOffset where its bytes begin in the archive file
 * @param storedSize how many bytes it takes there
 * @param size how many bytes it has when unpacked
 * @param crc CRC-32 of the unpacked bytes; 0 when the writer did not compute it
 * @param deflated whether it is compressed
 */
record ZipRecord(String name, long dataOffset, long storedSize, long size, long crc, boolean deflated) {}
