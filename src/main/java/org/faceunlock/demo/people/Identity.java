package org.faceunlock.demo.people;

/**
 * Everything about a rendered person that stays from photo to photo: bones, eyes, nose, mouth, skin and hair.
 * Immutable.
 *
 * <p>Nobody real is behind it. Equal seeds give equal people on every machine; {@link #blend} gives look-alikes.
 */
public final class Identity {

    private final long seed;
    private final Latent genes;
    private final HeadTraits head;
    private final EyeTraits eyes;
    private final NoseTraits nose;
    private final MouthTraits mouth;
    private final SkinTraits skin;
    private final HairTraits hair;
    private final double male;

    private Identity(long seed, Latent genes) {
        this.seed = seed;
        this.genes = genes;
        Person person = Person.of(genes);
        this.male = person.male();
        this.head = HeadTraits.of(genes, person);
        this.eyes = EyeTraits.of(genes, person);
        this.nose = NoseTraits.of(genes, person);
        this.mouth = MouthTraits.of(genes, person);
        this.skin = SkinTraits.of(genes, person);
        this.hair = HairTraits.of(genes, person);
    }

    /** The person of a seed, drawn from the population. */
    public static Identity of(long seed) {
        return new Identity(seed, Latent.of(seed));
    }

    /**
     * Someone between two people.
     *
     * @param share 0 for the first, 1 for the second; about 0.2 gives a look-alike of the first
     */
    public static Identity blend(Identity first, Identity second, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: expected 0 to 1, found " + share);
        }
        if (share == 0 || share == 1) {
            return share == 0 ? first : second;
        }
        long seed = first.seed * 31 + second.seed * 17 + Math.round(share * 1_000_000);
        return new Identity(seed, first.genes.blend(second.genes, share));
    }

    /** A look-alike: this person moved {@code distance} of the way towards a stranger drawn with {@code seed}. */
    public Identity perturb(long seed, double distance) {
        return blend(this, of(seed), distance);
    }

    /**
     * The number that stands for this person in the ground truth; it also places moles, freckles and strands of hair.
     */
    public long seed() {
        return seed;
    }

    /** How male the traits are, 0 to 1; a beard wants more than a half. */
    public double male() {
        return male;
    }

    /**
     * The inborn numbers behind all traits, each standard normal over the population; alike people have like numbers.
     */
    public double[] genes() {
        return genes.toArray();
    }

    HeadTraits head() {
        return head;
    }

    EyeTraits eyes() {
        return eyes;
    }

    NoseTraits nose() {
        return nose;
    }

    MouthTraits mouth() {
        return mouth;
    }

    SkinTraits skin() {
        return skin;
    }

    HairTraits hair() {
        return hair;
    }

    /** A seed for noise that belongs to this person. */
    int grain() {
        return (int) (seed * 0x9e3779b97f4a7c15L >>> 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity that && seed == that.seed && genes.equals(that.genes);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(seed) + genes.hashCode();
    }

    @Override
    public String toString() {
        return "Identity " + seed;
    }
}
