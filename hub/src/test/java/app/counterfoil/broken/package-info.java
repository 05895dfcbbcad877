/** Small houses that break the rules of ours, each in one way, so that a rule which no longer bites shows. */
package app.counterfoil.broken;
