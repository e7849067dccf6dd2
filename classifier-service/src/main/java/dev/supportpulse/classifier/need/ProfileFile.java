package dev.supportpulse.classifier.need;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The part of a model file that tells what the texts that it was trained on are like. */
final class ProfileFile {

  private ProfileFile() {}

  static void write(TextProfile profile, DataOutputStream out) throws IOException {
    for (int head = 0; head < Heads.COUNT; head++) {
      out.writeInt(profile.texts(head));
    }
    for (int i = 0; i < TextProfile.dimensions(); i++) {
      out.writeFloat(profile.centre(i));
    }
    out.writeDouble(profile.distance());
    out.writeDouble(profile.deviation());
  }

  /** Reads what {@link #write} wrote. */
  static TextProfile read(DataInputStream in) throws IOException {
    int[] texts = new int[Heads.COUNT];
    for (int head = 0; head < texts.length; head++) {
      texts[head] = in.readInt();
    }
    float[] centre = new float[TextProfile.dimensions()];
    for (int i = 0; i < centre.length; i++) {
      centre[i] = in.readFloat();
    }
    return new TextProfile(texts, centre, in.readDouble(), in.readDouble());
  }
}
