package eu.digitalnorth.messaging.setup;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** The access rules that the broker has. */
final class Rulebook {
  private final Admin admin;

  Rulebook(Admin admin) {
    this.admin = admin;
  }

  /**
   * Returns when these rules, and no others, hold for some principals; rules of others stay.
   *
   * @param principals as the broker names them, {@code User:ee}
   * @return how many rules were added or taken away
   */
  int replace(Predicate<String> principals, Set<AclBinding> wanted) {
    Set<AclBinding> present = present(principals);
    List<AclBinding> missing = without(wanted, present);
    List<AclBinding> stale = without(present, wanted);
    if (!missing.isEmpty()) {
      Answer.to("add access rules", admin.createAcls(missing).all());
    }
    if (!stale.isEmpty()) {
      List<AclBindingFilter> filters = stale.stream().map(AclBinding::toFilter).toList();
      Answer.to("take access rules away", admin.deleteAcls(filters).all());
    }
    if (!missing.isEmpty() || !stale.isEmpty()) {
      Answer.awaitThat("change access rules", () -> present(principals).equals(wanted));
    }
    return missing.size() + stale.size();
  }

  private Set<AclBinding> present(Predicate<String> principals) {
    Collection<AclBinding> all =
        Answer.to("read the access rules", admin.describeAcls(AclBindingFilter.ANY).values());
    Set<AclBinding> present = new HashSet<>(all);
    present.removeIf(rule -> !principals.test(rule.entry().principal()));
    return present;
  }

  private static List<AclBinding> without(Set<AclBinding> some, Set<AclBinding> others) {
    return some.stream().filter(rule -> !others.contains(rule)).toList();
  }
}
