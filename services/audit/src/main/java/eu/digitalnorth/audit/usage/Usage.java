package eu.digitalnorth.audit.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One use of a person's or company's data, with the field names of Estonia's data tracker
 * (Andmejälgija).
 *
 * @param logtime when it was used
 * @param action what was done, for the citizen to read
 * @param receiverCode id of the authority that got the data or asked for it
 * @param receiverName its name
 * @param receiverSystem its information system, as the messages name it
 * @param reason extension: the procedure (OOTS code) for which it was used
 * @param system extension: the service that logged the use
 * @param hidden extension: whether it is kept from the citizen by law; nothing is here
 */
public record Usage(
    Instant logtime,
    String action,
    String receiverCode,
    String receiverName,
    String receiverSystem,
    @Nullable String reason,
    String system,
    boolean hidden) {}
