package com.ceoplatform.voice.speech.audio;

/** Changes the sample rate by windowed-sinc interpolation, band-limited to the lower of the two rates. */
final class Resampler {

    private static final int ZERO_CROSSINGS = 16;
    private static final int TABLE_STEPS_PER_CROSSING = 512;
    /** Leaves room for the filter's slope below the new Nyquist frequency. */
    private static final double ROLL_OFF = 0.94;

    private static final double KAISER_BETA = 9;
    private static final float[] KERNEL = kernel();

    private Resampler() {}

    static float[] resample(float[] input, int fromRate, int toRate) {
        if (fromRate == toRate) {
            return input;
        }
        double step = fromRate / (double) toRate;
        double bandwidth = Math.min(1, 1 / step) * ROLL_OFF;
        float[] output = new float[(int) ((long) input.length * toRate / fromRate)];
        for (int i = 0; i < output.length; i++) {
            output[i] = sampleAt(input, i * step, bandwidth);
        }
        return output;
    }

    private static float sampleAt(float[] input, double position, double bandwidth) {
        double reach = ZERO_CROSSINGS / bandwidth;
        int first = (int) Math.max(0, Math.ceil(position - reach));
        int last = (int) Math.min(input.length - 1, Math.floor(position + reach));
        double scale = bandwidth * TABLE_STEPS_PER_CROSSING;
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double at = Math.abs(position - i) * scale;
            int index = (int) at;
            double fraction = at - index;
            sum += input[i] * (KERNEL[index] + fraction * (KERNEL[index + 1] - KERNEL[index]));
        }
        return (float) (sum * bandwidth);
    }

    private static float[] kernel() {
        int length = ZERO_CROSSINGS * TABLE_STEPS_PER_CROSSING;
        float[] kernel = new float[length + 2];
        for (int i = 0; i <= length; i++) {
            double x = i / (double) TABLE_STEPS_PER_CROSSING;
            double sinc = i == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double edge = x / ZERO_CROSSINGS;
            kernel[i] = (float) (sinc * bessel(KAISER_BETA * Math.sqrt(1 - edge * edge)) / bessel(KAISER_BETA));
        }
        return kernel;
    }

    /** The modified Bessel function of the first kind, order zero. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }
}
