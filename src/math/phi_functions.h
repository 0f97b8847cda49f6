// The functions of exponential integrators.
#pragma once

namespace vitrum {

/// phi_0(z) = exp(z), phi_k(z) = (phi_(k-1)(z) - 1 / (k-1)!) / z; phi_k(0) = 1 / k!. Good to rounding for all
/// z (Hochbruck and Ostermann, Acta Numerica 19, 209 (2010), eq. 2.11). k from 0 to 6.
double phi(int k, double z);

}  // namespace vitrum
