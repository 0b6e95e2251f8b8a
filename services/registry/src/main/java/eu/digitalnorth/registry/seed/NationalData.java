package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.CountryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What synthetic people, addresses and companies of a country are made of: {@code seed/ee.yaml}.
 *
 * @param male given names of men, a patronymic country's with {@code |genitive}
 * @param families family names: {@code man|woman} or {@code man|wife|daughter} where they differ
 * @param schools who awards qualifications below EQF level 6
 * @param institutions who awards the others
 * @param companies first words of company names
 * @param trades second words of company names
 * @param vat pattern with {@code {number}} or {@code {last6}}
 * @param currency ISO 4217
 */
record NationalData(
    Surnames surnames,
    List<String> male,
    List<String> female,
    List<String> families,
    List<Place> places,
    List<String> streets,
    List<String> schools,
    List<String> institutions,
    List<Qualification> qualifications,
    List<String> companies,
    List<String> trades,
    List<LegalForm> legalForms,
    String vat,
    String currency) {

  /** How a child gets its last name. */
  enum Surnames {
    SHARED,
    PATRONYMIC
  }

  record Place(String locality, String postalCode, String region) {}

  /**
   * @param age at which it is usually awarded
   */
  record Qualification(String title, int eqfLevel, int age) {}

  /**
   * @param pattern with {@code {name}}
   */
  record LegalForm(String name, String pattern) {}

  /**
   * @throws IllegalStateException if there is no such file
   */
  static NationalData of(CountryCode country) {
    String file = "/seed/" + country.lower() + ".yaml";
    try (InputStream yaml = NationalData.class.getResourceAsStream(file)) {
      if (yaml == null) {
        throw new IllegalStateException("No names for the seed of " + country + ": add " + file);
      }
      return YAMLMapper.builder()
          .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build()
          .readValue(yaml, NationalData.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
