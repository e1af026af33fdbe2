package org.civitas.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Plain shapes on a canvas of 480 × 360; no letters, because a machine may have no Chinese type. */
final class Brush {

    static final int WIDTH = 480;
    static final int HEIGHT = 360;

    private final Graphics2D graphics;

    Brush(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    Graphics2D graphics() {
        return graphics;
    }

    Brush ink(int rgb) {
        graphics.setColor(new Color(rgb));
        return this;
    }

    Brush ink(int rgb, int alpha) {
        graphics.setColor(new Color((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, alpha));
        return this;
    }

    Brush pen(double width) {
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return this;
    }

    void fade(int top, int bottom, double y, double height) {
        graphics.setPaint(new GradientPaint(0, (float) y, new Color(top), 0, (float) (y + height), new Color(bottom)));
        graphics.fill(new Rectangle2D.Double(0, y, WIDTH, height));
    }

    void box(double x, double y, double width, double height) {
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void frame(double x, double y, double width, double height) {
        graphics.draw(new Rectangle2D.Double(x, y, width, height));
    }

    void soft(double x, double y, double width, double height, double corner) {
        graphics.fill(new RoundRectangle2D.Double(x, y, width, height, corner, corner));
    }

    void disc(double x, double y, double radius) {
        oval(x, y, radius, radius);
    }

    void oval(double x, double y, double across, double down) {
        graphics.fill(new Ellipse2D.Double(x - across, y - down, 2 * across, 2 * down));
    }

    void ring(double x, double y, double radius) {
        graphics.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void line(double x1, double y1, double x2, double y2) {
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A filled shape through the points x1, y1, x2, y2, … */
    void shape(double... points) {
        graphics.fill(path(points, true));
    }

    /** An open line through the points x1, y1, x2, y2, … */
    void trace(double... points) {
        graphics.draw(path(points, false));
    }

    private static Path2D path(double[] points, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    void hang(double x1, double y1, double x2, double y2, double sag) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.quadTo((x1 + x2) / 2, (y1 + y2) / 2 + sag, x2, y2);
        graphics.draw(path);
    }
}
