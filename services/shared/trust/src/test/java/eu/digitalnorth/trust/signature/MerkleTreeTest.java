package eu.digitalnorth.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
  /** What the logs of Certificate Transparency try their trees with. */
  private static final List<byte[]> KNOWN =
      List.of(
          hex(""),
          hex("00"),
          hex("10"),
          hex("2021"),
          hex("3031"),
          hex("40414243"),
          hex("5051525354555657"),
          hex("606162636465666768696a6b6c6d6e6f"));

  @ParameterizedTest
  @CsvSource({
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void itsRootIsThatOfOthersTrees(int size, String root) {
    assertThat(new MerkleTree(KNOWN.subList(0, size)).root()).isEqualTo(hex(root));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 100, 1024})
  void everyLeafLeadsToTheRoot(int size) {
    List<byte[]> contents = contents(size);
    MerkleTree tree = new MerkleTree(contents);

    assertThat(IntStream.range(0, size))
        .allSatisfy(i -> assertThat(tree.proof(i).root(contents.get(i))).hasValue(tree.root()));
  }

  @Test
  void noLeafLeadsToTheRootFromAnothersPlace() {
    List<byte[]> contents = contents(13);
    MerkleTree tree = new MerkleTree(contents);

    for (int place = 0; place < 13; place++) {
      for (int leaf = 0; leaf < 13; leaf++) {
        byte[] root = tree.proof(place).root(contents.get(leaf)).orElseThrow();
        assertThat(Arrays.equals(root, tree.root()))
            .as("leaf %s at %s", leaf, place)
            .isEqualTo(leaf == place);
      }
    }
  }

  @Test
  void aPathIsAsLongAsTheWayToTheRoot() {
    List<byte[]> contents = contents(11);
    InclusionProof proof = new MerkleTree(contents).proof(8);
    List<byte[]> longer = new ArrayList<>(proof.path());
    longer.add(new byte[32]);

    assertThat(new InclusionProof(8, 11, longer).root(contents.get(8))).isEmpty();
    assertThat(
            new InclusionProof(8, 11, proof.path().subList(0, proof.path().size() - 1))
                .root(contents.get(8)))
        .isEmpty();
    assertThat(new InclusionProof(8, 11, List.of()).root(contents.get(8))).isEmpty();
  }

  @Test
  void anInnerNodeIsNoLeaf() {
    byte[] left = MerkleTree.leaf(KNOWN.get(1));
    byte[] right = MerkleTree.leaf(KNOWN.get(2));
    byte[] both = new byte[64];
    System.arraycopy(left, 0, both, 0, 32);
    System.arraycopy(right, 0, both, 32, 32);

    assertThat(MerkleTree.leaf(both)).isNotEqualTo(MerkleTree.node(left, right));
  }

  private static List<byte[]> contents(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> ("message " + i).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
