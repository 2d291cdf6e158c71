package dev.purser.reports.document;

/** A piece of a report that stands by itself. Closed: every renderer knows every kind. */
public sealed interface Block
        permits Paragraph, Subheading, Callout, KeyFigures, Facts, BulletList, Table, ChartFigure {

    /** Name of the template that renders it. */
    String template();
}
