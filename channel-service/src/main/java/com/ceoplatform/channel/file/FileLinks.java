package com.ceoplatform.channel.file;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What files are linked to now. */
interface FileLinks extends Repository<FileLink, UUID> {

    FileLink save(FileLink link);

    List<FileLink> saveAll(Iterable<FileLink> links);

    @Query("select l from FileLink l where l.fileId in :fileIds and l.deletedAt is null order by l.id")
    List<FileLink> of(Collection<UUID> fileIds);
}
