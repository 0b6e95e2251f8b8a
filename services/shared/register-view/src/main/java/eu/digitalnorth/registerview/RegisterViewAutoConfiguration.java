package eu.digitalnorth.registerview;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.state.StateRecord;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.trust.KeyDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A service that has this library keeps a view of the registers; its migrations include {@code
 * classpath:db/register-view}.
 */
@AutoConfiguration(afterName = "eu.digitalnorth.messaging.lifecycle.MessagingAutoConfiguration")
class RegisterViewAutoConfiguration {

  @Bean
  RegisterRows registerRows(JdbcClient jdbc) {
    return new RegisterRows(jdbc);
  }

  @Bean
  RegisterView registerView(RegisterRows rows, KeyDirectory keys, NationalKeys national) {
    return new RegisterView(rows, keys, national);
  }

  @Bean
  StateEndpoint<PersonChange> personChanges(
      RegisterRows rows, RegisterView view, ObjectProvider<PeopleObserver> observers) {
    return new StateEndpoint<>(
        TopicCatalogue.PERSON_CHANGE,
        (reader, records) -> {
          List<RegisterRow> changed =
              apply(rows, reader, RegisterKind.PERSON, records, RegisterRow::of);
          observers.forEach(observer -> observer.taken(reader, view.peopleIn(reader, changed)));
        });
  }

  @Bean
  StateEndpoint<CompanyChange> companyChanges(RegisterRows rows) {
    return new StateEndpoint<>(
        TopicCatalogue.COMPANY_CHANGE,
        (reader, records) -> apply(rows, reader, RegisterKind.COMPANY, records, RegisterRow::of));
  }

  private static <T> List<RegisterRow> apply(
      RegisterRows rows,
      CountryCode reader,
      RegisterKind kind,
      List<StateRecord<T>> records,
      Function<T, RegisterRow> row) {
    List<RegisterRow> kept = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (StateRecord<T> record : records) {
      T change = record.value();
      if (change == null) {
        gone.add(record.key());
        kept.removeIf(earlier -> earlier.subject().equals(record.key()));
      } else {
        gone.remove(record.key());
        kept.add(row.apply(change));
      }
    }
    if (!gone.isEmpty()) {
      rows.forget(reader, kind, gone);
    }
    return kept.isEmpty() ? List.of() : rows.keep(reader, kind, kept);
  }
}
