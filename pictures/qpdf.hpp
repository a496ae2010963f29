// The door to libqpdf, for the rooms that read and write PDFs.
#pragma once

#define POINTERHOLDER_TRANSITION 4  // standard smart pointers only
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
